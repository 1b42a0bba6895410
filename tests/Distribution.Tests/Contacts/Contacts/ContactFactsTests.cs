using System.Reflection;
using System.Text.Json;
using Distribution.Audiences.Export;
using Distribution.Audiences.Imports;
using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Files.VCard;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Tests.Contacts.Contacts;

/// <summary>
/// No field of a contact is forgotten where contacts are copied, compared, merged, erased or exported, or its absence is said here.
/// </summary>
public sealed class ContactFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private static readonly Outlet Gazette = new() { Id = "gazette", Name = "The Gazette", Type = OutletType.Daily };

    /// <summary>Has as little as a contact may have.</summary>
    private static readonly Contact Sparse = new()
    {
        Id = "sparse",
        Address = "rosa@example.org",
        Name = "rosa@example.org",
        Languages = ["es"],
        Source = "card",
        SourceDate = Now.AddDays(-9),
        LawfulBasis = LawfulBasis.Consent,
    };

    /// <summary>Differs from the sparse one in every field.</summary>
    private static readonly Contact Full = new()
    {
        Id = "full",
        Address = "r.nunez@example.net",
        OtherAddresses = ["nunez@example.com"],
        Name = "R. Núñez",
        GivenName = "Rosa",
        FamilyName = "Núñez",
        Phones = [new() { Number = "+442079460958", Extension = "12", Kind = PhoneKind.Work }],
        Handles = [new("mastodon", "@rosa@example.org")],
        Positions = [new() { Outlet = Gazette.Id, Role = "health correspondent" }],
        Languages = ["en", "fr"],
        Countries = ["TT"],
        Topics = ["fishing"],
        TimeZone = "America/Port_of_Spain",
        Notes = "Speaks fast.",
        Tags = ["radio"],
        Status = ContactStatus.Archived,
        DeliveryPreferences = new() { PausedUntil = Now.AddDays(3), DigestHour = 9, LaterTranslations = true, NotTopics = ["sport"] },
        NoticeGivenAt = Now.AddDays(-2),
        Source = "file",
        SourceDate = Now.AddDays(-8),
        LawfulBasis = LawfulBasis.PublicTask,
        Origins = new Dictionary<string, Origin> { ["phones"] = new("telephone", Now.AddDays(-7)) },
        Aliases = ["older"],
    };

    private static IEnumerable<PropertyInfo> Fields => typeof(Contact).GetProperties().Where(property => property.CanWrite);

    /// <summary>Fields about the record, and not about the person.</summary>
    private static readonly string[] NoFacts =
    [
        nameof(Contact.Id), nameof(Contact.Status), nameof(Contact.DeliveryPreferences), nameof(Contact.NoticeGivenAt),
        nameof(Contact.Source),
        nameof(Contact.SourceDate), nameof(Contact.LawfulBasis), nameof(Contact.Origins), nameof(Contact.Aliases),
    ];

    [Fact]
    public void The_samples_differ_in_every_field() =>
        Assert.All(Fields, field => Assert.NotEqual(Json(field.GetValue(Sparse)), Json(field.GetValue(Full))));

    [Fact]
    public void Every_field_is_a_fact_or_said_to_be_none() =>
        Assert.Equal(Fields.Select(Name).Except(NoFacts.Select(Camel)).Order(), ContactFacts.All.Select(fact => fact.Name).Order());

    [Fact]
    public void Every_fact_is_compared() => Assert.All(Fields.Where(IsFact), field =>
    {
        Assert.False(Origins.AreSame(Sparse, With(Sparse, field, Full)));
        Assert.Contains(Name(field), Origins.Carry(Sparse, With(Full, field, Sparse)).Origins.Keys);
    });

    [Fact]
    public void Every_field_that_a_person_may_say_is_copied_into_an_input_and_out_of_it()
    {
        FieldErrors errors = new();
        var copy = ContactRules.Check(ContactInput.From(Full), Full.Id, outlet => outlet == Gazette.Id, TopicBook.Empty, Now, errors);

        Assert.False(errors.Any, string.Join(' ', errors.ToDictionary().Keys));
        // Said by the contact or the program, and carried over by every replacement.
        string[] kept =
            [nameof(Contact.DeliveryPreferences), nameof(Contact.NoticeGivenAt), nameof(Contact.Origins), nameof(Contact.Aliases)];
        Assert.All(
            Fields.ExceptBy(kept, field => field.Name), field => Assert.Equal(Json(field.GetValue(Full)), Json(field.GetValue(copy))));
        var carried = Origins.Carry(Full, copy with { Aliases = Full.Aliases });
        Assert.All(Fields, field => Assert.Equal(Json(field.GetValue(Full)), Json(field.GetValue(carried))));
    }

    [Fact]
    public void What_is_wrong_in_a_row_is_taken_out_of_every_field() => Assert.All(
        // Without an address nothing is taken of a row; of a position the role can be wrong.
        Fields.Where(field => IsFact(field) && field.Name != nameof(Contact.Address)),
        field =>
        {
            var property = typeof(ContactInput).GetProperty(field.Name)!;
            var wrong = field.GetValue(Full) is string ? Name(field) : $"{Name(field)}.0";
            var input = ContactInput.From(Full);
            Assert.NotEqual(Json(property.GetValue(input)), Json(property.GetValue(RowRepair.Without(input, [wrong]))));
        });

    [Fact]
    public void A_contact_that_lacks_everything_takes_every_fact_in_a_merge_and_gives_it_back_when_that_is_undone()
    {
        var joined = MergeRule.Join(Sparse, Full);
        var address = Fields.Single(field => field.Name == nameof(Contact.Address));
        var languages = Fields.Single(field => field.Name == nameof(Contact.Languages));

        // Where mail goes and what they read stay; the other address is one of the further ones.
        string[] stay = [nameof(Contact.Address), nameof(Contact.OtherAddresses), nameof(Contact.Languages)];
        Assert.All(
            Fields.Where(IsFact).ExceptBy(stay, field => field.Name),
            field => Assert.Equal(Json(field.GetValue(Full)), Json(field.GetValue(joined))));
        Assert.Equal(
            [Sparse.Address, "es"], new[] { (string)address.GetValue(joined)!, ((IReadOnlyList<string>)languages.GetValue(joined)!)[0] });
        Assert.Equal([Full.Address, .. Full.OtherAddresses], joined.OtherAddresses);
        Merge merge = new()
        {
            Id = "merge",
            Kept =
                Sparse.Id,
            Other = Full.Id,
            At = Now,
            By = "ana",
            KeptBefore = Sparse,
            KeptAfter = joined,
            OtherBefore = Full,
        };
        var undone = MergeRule.TakeBack(joined, merge, Full.AllAddresses.Contains);
        Assert.All(Fields, field => Assert.Equal(Json(field.GetValue(Sparse)), Json(field.GetValue(undone))));
    }

    [Fact]
    public void A_file_that_replaces_takes_every_fact_but_the_address() => Assert.All(
        Fields.Where(field => IsFact(field) && field.Name != nameof(Contact.Address)),
        field => Assert.Equal(Json(field.GetValue(Full)), Json(field.GetValue(ContactFacts.Replace(Sparse, Full)))));

    [Fact]
    public async Task Every_fact_and_its_source_are_exported_as_csv_and_as_a_card()
    {
        var (csv, card) = (await CsvAsync(Full), Card(Full));
        foreach (var field in Fields.Where(field => IsFact(field) || field.Name == nameof(Contact.Source)))
        {
            var other = With(Full, field, Sparse);
            Assert.False(csv == await CsvAsync(other), $"{field.Name} is not in the CSV file.");
            Assert.False(card == Card(other), $"{field.Name} is not on the card.");
        }
    }

    [Fact]
    public void An_erased_subscription_has_nothing_of_the_contact()
    {
        Subscription subscription = new()
        {
            List = "press",
            Contact = Full.Id,
            State = SubscriptionState.Confirmed,
            Consent = new("form", "asked", Now),
            ChangedAt = Now,
            Address = "",
            Name = "",
            Languages = [],
        };
        var copied = SubscriptionChange.Copy(subscription, Full, Now);
        var erased = SubscriptionChange.Erase(copied, Now);

        // The pseudonym, the list, and that and when it ended are kept, so that nobody is put back on it.
        string[] kept =
            [nameof(Subscription.List), nameof(Subscription.Contact), nameof(Subscription.Frequency), nameof(Subscription.IsByRule)];
        string[] changed =
            [nameof(Subscription.State), nameof(Subscription.EndedReason), nameof(Subscription.ChangedAt), nameof(Subscription.Consent)];
        // Neither names anybody.
        string[] marks = [nameof(Subscription.IsArchived), nameof(Subscription.LaterTranslations)];
        Assert.All(typeof(Subscription).GetProperties().ExceptBy([.. kept, .. changed, .. marks], property => property.Name), property =>
            Assert.Contains(Json(property.GetValue(erased)), new[] { "null", "\"\"", "[]" }));
        Assert.Equal("", erased.Consent.Evidence);
    }

    private static bool IsFact(PropertyInfo field) => !NoFacts.Contains(field.Name);

    private static string Name(PropertyInfo field) => Camel(field.Name);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Json(object? value) => JsonSerializer.Serialize(value);

    /// <summary>The contact with one field as another has it.</summary>
    private static Contact With(Contact contact, PropertyInfo field, Contact other)
    {
        var copy = contact with { };
        field.SetValue(copy, field.GetValue(other));
        return copy;
    }

    private static ContactRow Row(Contact contact) =>
        ExportRow.Get(1, contact, new Dictionary<string, Outlet> { [Gazette.Id] = Gazette }, new(null, []), Now);

    private static async Task<string> CsvAsync(Contact contact)
    {
        await using StringWriter text = new();
        await ContactCsvWriter.WriteAsync(
            new[] { Row(contact) }.ToAsyncEnumerable(), CsvSeparator.Comma, text, TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private static string Card(Contact contact) => new CardWriter(VCardVersion.Four).Write(Row(contact));
}
