using System.Text;
using Azure.Data.Tables;
using Distribution.Audiences.Duplicates;
using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outbox;
using Distribution.Operations.Erasure;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Operations.Erasure;

/// <summary>
/// Rosa, of whom something is known everywhere: two contacts made one, three addresses, a list, and a mail that the relay refused by her
/// address.
/// </summary>
internal sealed class KnownContact(DispatchHost desk)
{
    public const string Address = "rosa@example.org";
    public const string OldAddress = "r.nunez@example.net";
    public const string OtherAddress = "nunez@example.com";

    /// <summary>Words that identify her, in any letter case.</summary>
    private static readonly string[] Signs = ["rosa", "nunez", "núñez", @"n\u00fa", "79460958"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Actor Ana { get; } = new("ana", "key-of-ana");

    public string Id { get; } = Hash(desk, Address);

    public Release Release { get; private set; } = null!;

    public static string Hash(DispatchHost desk, string address) => desk.Get<AddressHash>().Compute(MailAddress.Parse(address)!);

    public static async Task<KnownContact> AddAsync(DispatchHost desk)
    {
        KnownContact person = new(desk);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "tariq@example.org", Token);
        await person.AddContactsAsync();
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == Address ? SmtpAnswer.Say(550, $"5.1.1 <{Address}>: user unknown") : null);
        person.Release = await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);
        await person.AddTracesAsync();
        return person;
    }

    public Task<EraseContactResult> AskAsync() => desk.Get<EraseContact>().RunAsync(Id, Ana, Token);

    public Task<DateTimeOffset?> CarryOutAsync(CancellationToken? cancellationToken = null) =>
        desk.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == CarryOutErasure.JobName)
            .RunAsync(Id, cancellationToken ?? Token);

    public async Task<ErasedContact> ErasureAsync() => (await desk.Get<ErasureStore>().FindAsync(Id, Token))!.Value;

    /// <summary>The tables in which a row tells of her.</summary>
    public async Task<IReadOnlyList<string>> TellingTablesAsync()
    {
        List<string> telling = [];
        foreach (var name in Tables.All)
        {
            var rows = await desk.Get<Tables>()[name].QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token);
            if (rows.Any(row => row.Select(Text).Any(text => Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)))))
                telling.Add(name);
        }

        return telling;
    }

    public async Task<RecordEntry> RecordAsync()
    {
        var dispatch = await desk.DispatchOfAsync(Release, Token);
        var batch = (await desk.Get<BatchStore>().FindOfAsync(dispatch, Id, Token))!;
        var place = batch.IndexOf(Id)!.Value;
        return RecordEntry.Create(dispatch, batch.Recipients[place], batch.Outcomes[place], null);
    }

    /// <summary>The hash that the ledger has now.</summary>
    public async Task<string> HashAsync()
    {
        var dispatch = await desk.DispatchOfAsync(Release, Token);
        return (await FinalRecord.ReadAsync(desk.Get<BatchStore>().AllAsync(dispatch.Id, dispatch.Plan!, Token), Token)).Hash;
    }

    /// <summary>A kept answer's body is compressed.</summary>
    private static string Text(KeyValuePair<string, object> cell) => cell.Value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(Decompressed(bytes)),
        var value => $"{value}",
    };

    private static byte[] Decompressed(byte[] bytes)
    {
        using MemoryStream body = new();
        new KeptAnswer(201, null, null, null, bytes).WriteBodyAsync(body, Token).GetAwaiter().GetResult();
        return body.ToArray();
    }

    private async Task AddContactsAsync()
    {
        var input = PressOffice.Contact(Address) with { OtherAddresses = [OtherAddress], Phones = [new() { Number = "+442079460958" }] };
        Assert.IsType<AddContactResult.Added>(await desk.Get<AddContact>().RunAsync(input, Token));
        var other = Assert.IsType<AddContactResult.Added>(await desk.Get<AddContact>().RunAsync(PressOffice.Contact(OldAddress), Token));
        var evidence = PressOffice.Subscription("press") with { Evidence = "Rosa asked by telephone." };
        Assert.IsType<SubscribeContactResult.Subscribed>(
            await desk.Get<SubscribeContact>().RunAsync(other.Contact.Value.Id, evidence, Token));
        Assert.IsType<SubscribeContactResult.Subscribed>(await desk.Get<SubscribeContact>().RunAsync(Id, evidence, Token));
        Assert.IsType<MergeContactsResult.Merged>(await desk.Get<MergeContacts>().RunAsync(Id, other.Contact.Value.Id, false, Ana, Token));
    }

    private async Task AddTracesAsync()
    {
        var now = desk.Clock.GetUtcNow();
        await desk.Get<DigestStore>().AddSubscriberAsync(new() { Contact = Id, TimeZone = "Etc/UTC", Hour = 7, CoveredUntil = now }, Token);
        await desk.Get<DuplicateStore>().AddAsync(new() { First = new('0', 32), Second = Id, FoundAt = now }, Token);
        await desk.Get<OneTimeTokenStore>()
            .AddAsync(TokenPurpose.ChangeAddress, Id, $$"""{"address":"{{Address}}"}""", TimeSpan.FromHours(1), Token);
        await desk.Get<OneTimeTokenStore>().AddAsync(TokenPurpose.Confirm, Hash(desk, OtherAddress), "Rosa", TimeSpan.FromHours(1), Token);
        OutboxMail mail = new()
        {
            Id = "confirm",
            To = OldAddress,
            Name = "Rosa",
            Subject = "Please confirm",
            Text = "Hello Rosa",
            Language = "en",
            CreatedAt = now
        };
        await desk.Get<OutboxStore>().AddAsync(mail.Id, mail, Token);
        await desk.Get<AddSuppression>()
            .RunAsync(new() { Address = OtherAddress, Reason = SuppressionReason.Asked, Evidence = "Rosa rang." }, Token);
        var begun = Assert.IsType<IdempotencyAttempt.Begun>(await desk.Get<IdempotencyStore>().BeginAsync("ana", "key", "print", Token));
        KeptAnswer answer = new(201, $"/api/contacts/{Id}", null, "application/json", KeptAnswer.Compress("Rosa"u8));
        await desk.Get<IdempotencyStore>().KeepAsync(begun.Entry, answer, Token);
    }
}
