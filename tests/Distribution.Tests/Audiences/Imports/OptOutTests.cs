using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;
using Distribution.Platform.Addresses;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Imports;

/// <summary>Nobody is put on a list who said no in another tool. The files are in the form of each tool, the people invented.</summary>
public sealed class OptOutTests(Azurite azurite) : ImportTests(azurite)
{
    private const string Keila =
        """
        Email,First name,Last name,Data,Status
        kia@example.org,Kia,Kerr,{},active
        leo@example.org,Leo,Lund,{},unsubscribed
        mia@example.org,Mia,Moss,{},unreachable
        """;

    /// <summary>Tool, file, who is put on the list, and for everybody else why not: the reason of the suppression.</summary>
    public static TheoryData<ContactTool, string, string, string> Files => new()
    {
        {
            ContactTool.Listmonk,
            """
            uuid,email,name,attributes,status
            0b1c,ada@example.org,Ada,"{}",enabled
            0b1d,bea@example.org,Bea,"{}",blocklisted
            0b1e,cal@example.org,Cal,"{}",disabled
            """,
            "ada", "bea Asked, cal Asked"
        },
        {
            ContactTool.Mailtrain,
            """
            cid,HASH_EMAIL,EMAIL,status,MERGE_FIRST_NAME
            aa1,h1,ada@example.org,SUBSCRIBED,Ada
            aa2,h2,bea@example.org,UNSUBSCRIBED,Bea
            aa3,h3,cal@example.org,BOUNCED,Cal
            aa4,h4,dov@example.org,COMPLAINED,Dov
            """,
            "ada", "bea Asked, cal Refused, dov Complained"
        },
        {
            ContactTool.Mailchimp,
            """
            Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,UNSUB_REASON,CLEAN_TIME,LEID,EUID,LAST_CHANGED
            ada@example.org,Ada,Ash,2,2021-02-03 00:00:00,,,,1,aa,2023-01-01 00:00:00
            bea@example.org,Bea,Birk,2,2021-02-03 00:00:00,2023-05-05 10:00:00,NORMAL,,2,ab,2023-05-05 10:00:00
            cal@example.org,Cal,Cole,2,2021-02-03 00:00:00,,,2023-06-05 10:00:00,3,ac,2023-06-05 10:00:00
            dov@example.org,Dov,Dahl,2,2021-02-03 00:00:00,2023-05-05 10:00:00,SPAM,,4,ad,2023-05-05 10:00:00
            """,
            "ada", "bea Asked, cal Refused, dov Complained"
        },
        {
            ContactTool.HubSpot,
            """
            Record ID,First Name,Last Name,Email,Unsubscribed from all email,Opted out of email: Press,Email hard bounce reason
            1,Ada,Ash,ada@example.org,false,false,
            2,Bea,Birk,bea@example.org,true,,
            3,Cal,Cole,cal@example.org,false,,UNKNOWN_USER
            4,Dov,Dahl,dov@example.org,false,true,
            """,
            "ada", "bea Asked, cal Refused, dov Asked"
        },
        {
            ContactTool.Brevo,
            """
            CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,EMAIL_BLACKLISTED,ADDED_TIME,MODIFIED_TIME
            1,ada@example.org,Ada,Ash,No,01-02-2024 10:00:00,01-02-2024 10:00:00
            2,bea@example.org,Bea,Birk,Yes,01-02-2024 10:00:00,01-02-2024 10:00:00
            """,
            "ada", "bea Asked"
        },
        {
            ContactTool.Kit,
            """
            first_name,email,state,created_at,tags
            Ada,ada@example.org,active,2024-02-01,press
            Bea,bea@example.org,cancelled,2024-02-01,press
            Cal,cal@example.org,bounced,2024-02-01,
            Dov,dov@example.org,complained,2024-02-01,
            """,
            "ada", "bea Asked, cal Refused, dov Complained"
        },
        {
            ContactTool.ActiveCampaign,
            """
            Contact ID,Email,First Name,Last Name,Phone,Date Created,Status
            1,ada@example.org,Ada,Ash,,2024-02-01,Active
            2,bea@example.org,Bea,Birk,,2024-02-01,Unsubscribed
            3,cal@example.org,Cal,Cole,,2024-02-01,Bounced
            """,
            "ada", "bea Asked, cal Refused"
        },
        {
            ContactTool.Salesforce,
            """
            Id,FirstName,LastName,Email,HasOptedOutOfEmail,EmailBouncedReason,EmailBouncedDate
            003A,Ada,Ash,ada@example.org,0,,
            003B,Bea,Birk,bea@example.org,1,,
            003C,Cal,Cole,cal@example.org,0,550 5.1.1 <cal@example.org> unknown,2024-02-01T10:00:00Z
            """,
            "ada", "bea Asked, cal Refused"
        },
        { ContactTool.Keila, Keila, "kia", "leo Asked, mia Refused" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_export_of_each_tool_puts_nobody_on_a_list_who_said_no(
        ContactTool tool, string file, string subscribed, string suppressed)
    {
        var read = await ImportAsync(file, ToEveryone);

        Assert.Equal(tool, read.Tool);
        Assert.Equal((ImportState.Finished, 1), (read.State, read.Counts.Subscribed));
        Assert.Equal(subscribed, await ConfirmedAsync());
        Assert.Equal(suppressed, await SuppressedAsync());
        Assert.All(
            await RowsAsync(read.Id),
            row => Assert.Equal(row.Lists.Count == 0, row.Problems.Any(problem => problem.Field == "mailStatus")));
    }

    [Theory]
    [InlineData(
        "Adresse e-mail,Nom,Statut\nada@example.org,Ada,Abonnée\nbea@example.org,Bea,Désabonnée\ncal@example.org,Cal,Adresse invalide")]
    [InlineData("Correo,Nombre,Estado\nada@example.org,Ada,Suscrita\nbea@example.org,Bea,Dada de baja\ncal@example.org,Cal,Rebotado")]
    [InlineData("Email,Name,Opted in,Bounced\nada@example.org,Ada,yes,\nbea@example.org,Bea,no,\ncal@example.org,Cal,yes,x")]
    [InlineData("Email,Name,Désabonné,Rebond\nada@example.org,Ada,non,\nbea@example.org,Bea,12/05/2024 10:00,\ncal@example.org,Cal,,oui")]
    [InlineData(
        "Email,Name,attributes\nada@example.org,Ada,{}\nbea@example.org,Bea,\"{\"\"unsubscribed\"\": "
            + "true}\"\ncal@example.org,Cal,\"{\"\"status\"\": \"\"bounced\"\"}\"")]
    [InlineData("ada@example.org,Ada,ok\nbea@example.org,Bea,unsubscribed\ncal@example.org,Cal,bounced")]
    public async Task Columns_and_words_of_people_are_understood_in_three_languages(string file)
    {
        await ImportAsync(file, ToEveryone with { StatusValues = new Dictionary<string, MailStatus> { ["OK"] = MailStatus.Subscribed } });

        Assert.Equal("ada", await ConfirmedAsync());
        Assert.Equal("bea Asked, cal Refused", await SuppressedAsync());
    }

    [Fact]
    public async Task A_value_that_is_not_understood_stops_the_run_until_the_operator_says_what_it_means()
    {
        const string File = "Email,Status\nada@example.org,active\nbea@example.org,lapsed\ncal@example.org,lapsed\n";
        var import = await UploadAsync(File);

        var read = await CheckAsync(import, ToEveryone);

        Assert.Equal([new UndecidedValue("Status", "lapsed", 2)], read.Undecided);
        Assert.Equal(1, read.Counts.Subscribed);
        Assert.Contains(
            "it is not said what \"lapsed\" in Status means", (await RowsAsync(read.Id))[1].Problems[^1].Message, StringComparison.Ordinal);
        var stored = (await App.Get<ImportStore>().FindAsync(read.Id, Token))!;
        Assert.Equal(
            read.Undecided, Assert.IsType<ChangeImportResult.Undecided>(await App.Get<StartImport>().RunAsync(stored, By, Token)).Values);
        Assert.Empty(await ContactsAsync());

        Dictionary<string, MailStatus> meanings = new() { ["lapsed"] = MailStatus.Unsubscribed };
        Assert.Empty((await CheckAsync(stored, ToEveryone with { StatusValues = meanings })).Undecided);
        await StartAsync(read.Id);
        Assert.Equal("ada", await ConfirmedAsync());
        Assert.Equal("bea Asked, cal Asked", await SuppressedAsync());
    }

    [Fact]
    public async Task The_file_is_the_evidence_and_says_it_without_the_address()
    {
        await ImportAsync("Email,Bounce reason\ncal@example.org,550 <cal@example.org> unknown\n", ToEveryone);

        var suppression = Assert.Single(await App.Get<SuppressionStore>().AllAsync(Token).ToListAsync(Token)).Value;

        Assert.Contains("Bounce reason of press.csv", suppression.Evidence, StringComparison.Ordinal);
        Assert.Contains("row 2", suppression.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("cal@", suppression.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_subscriber_who_has_unsubscribed_elsewhere_is_taken_off_the_lists_of_the_import_and_of_no_other()
    {
        await App.Get<MediaListStore>().AddAsync("other", new() { Id = "other", Names = new([new("en", "Other")]) }, Token);
        await ImportAsync("Email\nleo@example.org\n", ToEveryone with { Lists = ["everyone", "other"] });

        var read = await ImportAsync(Keila, ToEveryone);

        Assert.Equal((1, "kia"), (read.Counts.Ended, await ConfirmedAsync()));
        var leo = await IdOfAsync("leo@example.org");
        var ended = (await App.Get<SubscriptionStore>().FindAsync("everyone", leo, Token))!.Value;
        Assert.Equal(SubscriptionState.Ended, ended.State);
        Assert.StartsWith("unsubscribed elsewhere: \"unsubscribed\" in Status of press.csv", ended.EndedReason, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Confirmed, (await App.Get<SubscriptionStore>().FindAsync("other", leo, Token))!.Value.State);
        Assert.Equal("mia Refused", await SuppressedAsync());
    }

    [Fact]
    public async Task Of_two_rows_about_one_person_the_one_that_says_no_counts()
    {
        await ImportAsync("Email,Status\nada@example.org,active\nada@example.org,complained\n", ToEveryone);

        Assert.Equal(("", "ada Complained"), (await ConfirmedAsync(), await SuppressedAsync()));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_rule_puts_nobody_on_its_list()
    {
        await App.Get<MediaListStore>()
            .AddAsync("ruled", new() { Id = "ruled", Names = new([new("en", "Ruled")]), Rule = new() { Countries = ["TT"] } }, Token);
        await ImportAsync(Keila, ToEveryone);

        var again = await ImportAsync(Keila, ToEveryone);

        Assert.Equal((0, 3), (again.Counts.Subscribed, again.Counts.Unchanged));
        Assert.Equal(("kia", "leo Asked, mia Refused"), (await ConfirmedAsync(), await SuppressedAsync()));
        Assert.Equal("kia", await ConfirmedAsync("ruled"));
    }

    private async Task<string> ConfirmedAsync(string list = "everyone") => string.Join(", ",
        (await App.Get<SubscriptionStore>().PageAsync(list, SubscriptionState.Confirmed, 100, null, Token)).Items.Select(
            row => row.Value.Address.Split('@')[0]).Order());

    private async Task<string> SuppressedAsync()
    {
        List<string> found = [];
        foreach (var contact in await ContactsAsync())
        {
            if (await App.Get<FindSuppression>().RunAsync(MailAddress.Parse(contact.Address)!, Token) is { } suppression)
                found.Add($"{contact.Address.Split('@')[0]} {suppression.Value.Reason}");
        }

        return string.Join(", ", found);
    }
}
