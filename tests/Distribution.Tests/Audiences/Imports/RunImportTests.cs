using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Audit;
using Distribution.Publisher.Topics;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Imports;

public sealed class RunImportTests(Azurite azurite) : ImportTests(azurite)
{
    /// <summary>An address as somebody mistypes it, put together so that no real one stands here.</summary>
    private const string Slip = "tariq@" + "gmial.com";

    private const string Two = """
        Email,Name,Outlet,Role,Topics,Languages
        rosa@example.org,Rosa Núñez,The Harbour Gazette,editor,Reefs;Fishing,es;en
        tariq@example.org,Tariq Ali,The Harbour Gazette,,,
        """;

    [Fact]
    public async Task A_check_tells_what_would_become_of_each_row_and_writes_nothing()
    {
        var import = await UploadAsync(Two);

        var read = await CheckAsync(import, ToEveryone);

        Assert.Equal((ImportState.Checked, 2, 100), (read.State, read.Rows, read.Percent));
        Assert.Equal(new ImportCounts { Added = 2, Subscribed = 2 }, read.Counts);
        Assert.Equal([2, 3], (await RowsAsync(read.Id)).Select(row => row.Row));
        Assert.Empty(await ContactsAsync());
        Assert.Null(await App.Get<OutletStore>().FindAsync("the-harbour-gazette", Token));
    }

    [Fact]
    public async Task An_import_adds_contacts_their_outlet_and_their_subscriptions_with_the_stated_basis()
    {
        var read = await ImportAsync(Two, ToEveryone);

        Assert.Equal((ImportState.Finished, new ImportCounts { Added = 2, Subscribed = 2 }), (read.State, read.Counts));
        var rosa = (await ContactsAsync())[0];
        Assert.Equal(("rosa@example.org", "Rosa Núñez", "Press list of the ministry"), (rosa.Address, rosa.Name, rosa.Source));
        Assert.Equal([new Position { Outlet = "the-harbour-gazette", Role = "editor" }], rosa.Positions);
        Assert.Equal(["reefs", "fishing", "es", "en", "TT"], [.. rosa.Topics, .. rosa.Languages, .. rosa.Countries]);
        Assert.Equal((LawfulBasis.LegitimateInterests, read.CreatedAt), (rosa.LawfulBasis, rosa.SourceDate));
        Assert.Equal("The Harbour Gazette", (await App.Get<OutletStore>().FindAsync("the-harbour-gazette", Token))!.Value.Name);
        var subscription = await SubscriptionAsync(rosa.Id);
        Assert.Equal((SubscriptionState.Confirmed, "legitimate interest"), (subscription.State, subscription.Consent.Basis));
        Assert.Equal($"They asked the ministry for its news. (import {read.Id}, row 2)", subscription.Consent.Evidence);
        Assert.Equal(["everyone"], (await App.Get<SubscriptionStore>().ForContactAsync(rosa.Id, Token)).Select(row => row.Value.List));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await ImportAsync(Two, ToEveryone);
        var before = await ContactsAsync();
        App.Clock.Advance(TimeSpan.FromDays(1));

        var again = await ImportAsync(Two, ToEveryone with { Existing = ExistingContacts.Replace });

        Assert.Equal(new ImportCounts { Unchanged = 2 }, again.Counts);
        Assert.Equal(before.Select(contact => contact.SourceDate), (await ContactsAsync()).Select(contact => contact.SourceDate));
    }

    [Fact]
    public async Task Contacts_in_many_shards_come_out_in_the_order_of_the_file()
    {
        var lines = Enumerable.Range(0, 250).Select(number => $"reader{number}@example.org,Reader {number}");

        var read = await ImportAsync("Email,Name\n" + string.Join('\n', lines), ToEveryone);

        Assert.Equal(new ImportCounts { Added = 250, Subscribed = 250 }, read.Counts);
        Assert.Equal(Enumerable.Range(2, 250), (await RowsAsync(read.Id)).Select(row => row.Row));
        Assert.Equal(250, (await ContactsAsync()).Count);
        Assert.Equal(250, (await App.Get<SubscriptionStore>().PageAsync("everyone", null, 1000, null, Token)).Items.Count);
    }

    [Fact]
    public async Task What_is_not_right_is_left_out_and_told_and_the_rest_is_taken()
    {
        var read = await ImportAsync(
            """
            Email,Name,Phone,Time zone
            not an address,Nobody,,
            rosa@example.org,Rosa,12,Mars/Olympus
            ,Without,,
            ROSA@example.org,Rosa again,,
            """);

        Assert.Equal((1, 3, 4), (read.Counts.Added, read.Counts.LeftOut, read.Counts.WithProblems));
        var rows = await RowsAsync(read.Id);
        Assert.Equal(["address"], rows[0].Problems.Select(problem => problem.Field));
        Assert.Equal(["phones.0.number", "timeZone"], rows[1].Problems.Select(problem => problem.Field).Order());
        Assert.Contains("row 3", Assert.Single(rows[3].Problems).Message, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(await ContactsAsync()).Phones);
    }

    [Fact]
    public async Task Who_has_left_who_is_suppressed_and_who_was_removed_is_not_revived()
    {
        var left = await AddContactAsync("rosa@example.org");
        await SubscribeAsync(left.Value.Id);
        await App.Get<EndSubscription>().RunAsync("everyone", left.Value.Id, SubscriptionChange.Unsubscribed, Token);
        await App.Get<AddSuppression>()
            .RunAsync(new() { Address = "tariq@example.org", Reason = SuppressionReason.Asked, Evidence = "By telephone." }, Token);
        await App.Get<RemoveContact>().RunAsync(await AddContactAsync("mei@example.org"), Token);

        var read = await ImportAsync("Email,Name\nrosa@example.org,Rosa\ntariq@example.org,Tariq\nmei@example.org,Mei\n", ToEveryone);

        Assert.Equal((0, 2, 0), (read.Counts.Added, read.Counts.LeftOut, read.Counts.Subscribed));
        Assert.Equal(["rosa@example.org"], (await ContactsAsync()).Select(contact => contact.Address));
        Assert.Equal(SubscriptionState.Ended, (await SubscriptionAsync(left.Value.Id)).State);
        Assert.All(await RowsAsync(read.Id), row => Assert.NotEmpty(row.Problems));
    }

    [Fact]
    public async Task A_name_beside_the_address_is_taken_and_a_likely_slip_is_told_and_not_mended()
    {
        var read = await ImportAsync($"Email\nRosa Núñez <rosa@example.org>\n{Slip}\n");

        var contacts = await ContactsAsync();
        Assert.Equal([("rosa@example.org", "Rosa Núñez"), (Slip, Slip)], contacts.Select(contact => (contact.Address, contact.Name)));
        var problem = Assert.Single((await RowsAsync(read.Id))[1].Problems);
        Assert.Equal(("address", Slip), (problem.Field, problem.Taken));
    }

    [Fact]
    public async Task Who_is_imported_is_found_by_name_and_put_on_the_lists_whose_rules_they_meet()
    {
        await App.Get<MediaListStore>()
            .AddAsync("reefs", new() { Id = "reefs", Names = new([new("en", "Reefs")]), Rule = new() { Topics = ["reefs"] } }, Token);

        await ImportAsync(Two, ToEveryone);

        var found = await App.Get<SearchContacts>().RunAsync(new() { Text = "nun", List = "reefs" }, 10, null, Token);
        Assert.Equal("rosa@example.org", Assert.Single(found!.Items).Address);
        Assert.True((await SubscriptionAsync(found.Items[0].Id, "reefs")).IsByRule);
        Assert.Equal(2, (await App.Get<SearchContacts>()
            .RunAsync(new() { List = "everyone", Outlet = "the-harbour-gazette" }, 10, null, Token))!.Items.Count);
    }

    [Fact]
    public async Task Topics_of_a_file_become_those_of_the_vocabulary_and_words_that_fit_none_are_listed_and_kept()
    {
        await SampleTopics.AddAsync(App.Get<TopicStore>(), Token);

        var import = await ImportAsync(
            "Email,Name,Topics\nrosa@example.org,Rosa,Santé; volcanoes\ntariq@example.org,Tariq,REFUGIES; Volcanoes; health\n");

        var contacts = await ContactsAsync();
        Assert.Equal([["health", "volcanoes"], ["migration", "volcanoes", "health"]], contacts.Select(contact => contact.Topics));
        Assert.Equal([("volcanoes", 2)], import.Counts!.UnknownTopics.Select(word => (word.Key, word.Value)));
        Assert.All(await RowsAsync(import.Id), row => Assert.Equal(["volcanoes"], row.UnknownTopics));
    }

    [Fact]
    public async Task A_journalist_who_has_moved_keeps_the_old_position_with_its_last_day()
    {
        await ImportAsync(Two);
        App.Clock.Advance(TimeSpan.FromDays(10));

        await ImportAsync(
            "Email,Name,Outlet\nrosa@example.org,Rosa Núñez,Radio Mar\n",
            Settings with { Source = "telephone", Existing = ExistingContacts.Replace });

        var rosa = (await ContactsAsync())[0];
        Assert.Equal(["radio-mar", "the-harbour-gazette"], rosa.Positions.Select(position => position.Outlet));
        Assert.Equal([null, new DateOnly(2026, 12, 3)], rosa.Positions.Select(position => position.Until));
        Assert.Equal(("telephone", "Press list of the ministry"), (rosa.Source, rosa.Origins["topics"].Source));
    }

    [Fact]
    public async Task A_fax_is_kept_as_one_and_a_word_for_a_kind_of_outlet_that_nobody_knows_is_told()
    {
        var read = await ImportAsync(
            "Courriel,Nom complet,Média,Type de média,Télécopie\nrosa@example.org,Rosa,La Gazette,Quotidien,+44 20 7946 "
                + "0958\ntariq@example.org,Tariq,Ballon,Dirigeable,\n");

        Assert.Equal((OutletType.Daily, OutletType.Other), (await TypeAsync("la-gazette"), await TypeAsync("ballon")));
        var phone = Assert.Single((await ContactsAsync())[0].Phones);
        Assert.Equal(("+442079460958", PhoneKind.Fax), (phone.Number, phone.Kind));
        var rows = await RowsAsync(read.Id);
        Assert.Empty(rows[0].Problems);
        Assert.Equal("outletType", Assert.Single(rows[1].Problems).Field);
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_not_taken_as_another_address()
    {
        await AddContactAsync("tariq@example.org");

        var read = await ImportAsync("Email,Email 2,Name\nrosa@example.org,tariq@example.org,Rosa\n");

        Assert.Equal(1, read.Counts.Added);
        Assert.Empty((await ContactsAsync())[0].OtherAddresses);
        Assert.Equal("otherAddresses", Assert.Single((await RowsAsync(read.Id))[0].Problems).Field);
    }

    [Fact]
    public async Task A_run_cut_off_in_the_middle_of_a_part_is_gone_on_with_and_the_numbers_stay_true()
    {
        var import = await UploadAsync(Two);
        await CheckAsync(import, ToEveryone);
        var first = await App.Get<ImportStore>().FindAsync(import.Value.Id, Token);
        Assert.IsType<ChangeImportResult.Begun>(await App.Get<StartImport>().RunAsync(first!, By, Token));
        var whole = await WorkAsync(import.Value.Id);
        // As if it had died before it noted that any part was done.
        var done = (await App.Get<ImportStore>().FindAsync(import.Value.Id, Token))!;
        await App.Get<ImportStore>().ReplaceAsync(done, whole with { State = ImportState.Running, PartsDone = 0, Counts = new() }, Token);

        await App.Get<RunImport>().RunAsync(import.Value.Id, Token);

        Assert.Equal(whole.Counts, (await App.Get<ImportStore>().FindAsync(import.Value.Id, Token))!.Value.Counts);
        Assert.Equal(2, (await ContactsAsync()).Count);
    }

    [Fact]
    public async Task A_contact_whose_address_was_claimed_by_a_run_that_died_is_added_by_the_next()
    {
        var import = await UploadAsync(Two);
        await CheckAsync(import, ToEveryone);
        await StartAsync(import.Value.Id);
        var rosa = (await App.Get<ContactStore>().FindAsync(await IdOfAsync("rosa@example.org"), Token))!;
        // The contact is what such a run writes last.
        await App.Get<ContactStore>().DeleteAsync(rosa, Token);
        var done = (await App.Get<ImportStore>().FindAsync(import.Value.Id, Token))!;
        await App.Get<ImportStore>()
            .ReplaceAsync(done, done.Value with { State = ImportState.Running, PartsDone = 0, Counts = new() }, Token);

        await App.Get<RunImport>().RunAsync(import.Value.Id, Token);

        Assert.Equal(2, (await ContactsAsync()).Count);
        Assert.Equal(2, (await App.Get<ImportStore>().FindAsync(import.Value.Id, Token))!.Value.Counts.Added);
    }

    [Fact]
    public async Task A_deleted_import_stops_and_leaves_no_file()
    {
        var import = await UploadAsync(Two);
        Assert.IsType<ChangeImportResult.Begun>(await App.Get<CheckImport>().RunAsync(import, Settings, Token));
        var current = (await App.Get<ImportStore>().FindAsync(import.Value.Id, Token))!;

        Assert.True(await App.Get<RemoveImport>().RunAsync(current, Token));
        await App.Get<RunImport>().RunAsync(import.Value.Id, Token);

        Assert.Empty(await RowsAsync(import.Value.Id));
    }

    [Fact]
    public async Task An_import_is_one_entry_in_the_audit_with_its_counts_also_if_the_run_died_before_it_wrote_that()
    {
        var read = await ImportAsync(Two, ToEveryone);
        // As the job does that comes after one that died: the import is finished already.
        await App.Get<RunImport>().RunAsync(read.Id, Token);

        var entry = Assert.Single((await App.Get<AuditStore>().PageAsync($"import:{read.Id}", 10, null, Token)).Items).Value;
        Assert.Equal((ImportAudit.Finished, "bo", "key-of-bo", read.FinishedAt), (entry.Action, entry.By, entry.Key, entry.At));
        Assert.Equal(
            ("2", "0", "2", "everyone"),
            (entry.Details["added"], entry.Details["leftOut"], entry.Details["subscribed"], entry.Details["lists"]));
        Assert.Empty((await App.Get<AuditStore>().PageAsync($"contact:{await IdOfAsync("rosa@example.org")}", 10, null, Token)).Items);
    }

    [Fact]
    public async Task Contacts_that_are_known_are_found_by_the_list_they_are_put_on_also_when_the_first_run_died_before_the_index_knew()
    {
        await ImportAsync(Two);
        var read = await ImportAsync(Two, ToEveryone);
        Assert.Equal(new ImportCounts { Unchanged = 2, Subscribed = 2 }, read.Counts);
        Assert.Equal(2, await OnEveryoneAsync());
        foreach (var contact in await ContactsAsync()) await WithoutListsAsync(contact);
        Assert.Equal(0, await OnEveryoneAsync());
        var done = (await App.Get<ImportStore>().FindAsync(read.Id, Token))!;
        await App.Get<ImportStore>()
            .ReplaceAsync(done, done.Value with { State = ImportState.Running, PartsDone = 0, Counts = new() }, Token);

        await App.Get<RunImport>().RunAsync(read.Id, Token);

        Assert.Equal(2, await OnEveryoneAsync());
        Assert.Equal(read.Counts, (await App.Get<ImportStore>().FindAsync(read.Id, Token))!.Value.Counts);
    }

    private async Task<OutletType> TypeAsync(string outlet) => (await App.Get<OutletStore>().FindAsync(outlet, Token))!.Value.Type;

    private async Task<int> OnEveryoneAsync() =>
        (await App.Get<SearchContacts>().RunAsync(new() { List = "everyone" }, 10, null, Token))!.Items.Count;

    /// <summary>As the index was before they came onto a list.</summary>
    private async Task WithoutListsAsync(Contact contact)
    {
        var index = App.Get<ContactIndexStore>();
        var (before, now) = (await index.FindAsync(contact.Id, Token), App.Clock.GetUtcNow());
        Assert.Empty(await index.WriteAsync(
            [IndexChange.Compare(contact.Id, before, IndexRows.Create(contact, new Dictionary<string, Outlet>(), [], now), now)], Token));
    }
}
