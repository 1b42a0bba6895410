using System.Text;
using System.Text.RegularExpressions;
using Distribution.Audiences.Duplicates;
using Distribution.Audiences.Imports;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outbox;
using Distribution.Mail.Outcomes;
using Distribution.Operations.Erasure;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Operations.Erasure;

public sealed partial class EraseContactTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_the_person_stays_in_any_table()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        Assert.Equal(
            [
                Tables.Batches,
                Tables.ContactIndex,
                Tables.Contacts,
                Tables.IdempotencyKeys,
                Tables.Merges,
                Tables.Outbox,
                Tables.Subscriptions,
                Tables.Suppressions,
                Tables.Tokens
            ],
            await person.TellingTablesAsync());

        Assert.IsType<EraseContactResult.Erasing>(await person.AskAsync());
        await desk.RunQueuesAsync(Token);

        Assert.Empty(await person.TellingTablesAsync());
        Assert.Equal(desk.Clock.GetUtcNow(), (await person.ErasureAsync()).ErasedAt);
        Assert.Null(await desk.Get<DigestStore>().FindSubscriberAsync(person.Id, Token));
        Assert.Null(await desk.Get<HardRefusalStore>().FindAsync(person.Id, Token));
        Assert.Null(await desk.Get<OutboxStore>().FindAsync("confirm", Token));
        Assert.Empty(await desk.Get<DuplicateStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_finished_import_loses_its_file_and_the_row_and_one_that_waits_is_named()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        var finished = await UploadAsync(desk, $"email,name\n{KnownContact.OtherAddress},Rosa\nben@example.org,Ben\n");
        var checking = Assert.IsType<ChangeImportResult.Begun>(await desk.Get<CheckImport>().RunAsync(finished, Settings, Token)).Import;
        await desk.Get<RunImport>().RunAsync(checking.Value.Id, Token);
        var imports = desk.Get<ImportStore>();
        var isChecked = (await imports.FindAsync(finished.Value.Id, Token))!;
        var now = desk.Clock.GetUtcNow();
        await imports.ReplaceAsync(
            isChecked, isChecked.Value with { State = ImportState.Finished, StartedBy = "ana", FinishedAt = now }, Token);
        var waiting = await UploadAsync(desk, $"email\n{KnownContact.OldAddress.ToUpperInvariant()}\n");
        var other = await UploadAsync(desk, "email\nben@example.org\n");

        await EraseAsync(desk, person);

        var files = desk.Get<ImportFiles>();
        Assert.False(await files.HasFileAsync(finished.Value.Id, Token));
        Assert.True(await files.HasFileAsync(other.Value.Id, Token));
        Assert.Equal([waiting.Value.Id], (await person.ErasureAsync()).Imports);
        List<string?> kept = [];
        var staging = (await desk.Get<ImportStore>().FindAsync(finished.Value.Id, Token))!.Value.Staging!;
        foreach (var part in ImportParts.All)
        {
            var rows = files.StagedAsync(finished.Value.Id, staging, part, Token);
            kept.AddRange(await rows.Select(row => row.Contact?.Address).ToListAsync(Token));
        }

        Assert.Equal(["ben@example.org"], kept);
    }

    private static ImportSettings Settings => new()
    {
        Source = "Press list",
        LawfulBasis = LawfulBasis.LegitimateInterests,
        Language = "en",
    };

    private static async Task<Stored<Import>> UploadAsync(DispatchHost desk, string text)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));
        return Assert.IsType<UploadImportResult.Uploaded>(await desk.Get<UploadImport>().RunAsync(file, "a.csv", "ana", Token)).Import;
    }

    [Fact]
    public async Task Every_address_is_suppressed_for_good_and_the_subscription_stays_ended()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);

        await EraseAsync(desk, person);

        foreach (var address in new[] { KnownContact.Address, KnownContact.OldAddress, KnownContact.OtherAddress })
        {
            var suppression = await desk.Get<SuppressionStore>().FindAsync(KnownContact.Hash(desk, address), Token);
            Assert.Equal(SuppressionReason.Erased, suppression?.Value.Reason);
        }

        var ended = (await desk.Get<SubscriptionStore>().FindAsync("press", person.Id, Token))!.Value;
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Erased), (ended.State, ended.EndedReason));
        Assert.Equal(("", "", "asked by telephone", ""), (ended.Address, ended.Name, ended.Consent.Basis, ended.Consent.Evidence));
    }

    [Fact]
    public async Task The_hash_of_a_past_record_still_holds_and_its_line_names_nobody()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        var (before, proof) = (await person.RecordAsync(), (await desk.DispatchOfAsync(person.Release, Token)).RecordHash);
        Assert.Equal((KnownContact.Address, OutcomeState.Refused), (before.Address, before.Outcome));

        await EraseAsync(desk, person);

        var after = await person.RecordAsync();
        Assert.Equal(proof, await person.HashAsync());
        Assert.Equal((null, null, null), (after.Address, after.Name, after.Words));
        Assert.Equal(
            (before.Contact, before.Language, before.Outcome, before.At, before.Code),
            (after.Contact, after.Language, after.Outcome, after.At, after.Code));
        Assert.Contains("tariq@example.org", (await desk.OutcomesAsync(await desk.DispatchOfAsync(person.Release, Token), Token)).Keys);
    }

    [Fact]
    public async Task The_audit_says_once_who_had_whom_erased_and_nothing_of_the_person()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);

        await EraseAsync(desk, person);
        await EraseAsync(desk, person);

        var entries = (await desk.Get<AuditStore>().PageAsync($"contact:{person.Id}", 50, null, Token)).Items.Select(entry => entry.Value);
        var erased = Assert.Single(entries, entry => entry.Action == CarryOutErasure.Erased);
        Assert.Equal(("ana", "key-of-ana"), (erased.By, erased.Key));
        Assert.Empty(erased.Details);
        Assert.Empty(await desk.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_crash_before_any_of_its_writes_is_made_up_for_by_the_next_run()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var person = await KnownContact.AddAsync(desk);
        var proof = await person.HashAsync();
        await person.AskAsync();

        List<StorageRequest> crashes = [];
        while (await CrashAsync(proxy, person, [.. crashes.Select(Key)]) is { } write) crashes.Add(write);

        string[] written =
        [
            Tables.Audit, Tables.Batches, Tables.ContactIndex, Tables.Contacts, Tables.SendExclusions, Tables.Digests, Tables.Duplicates,
            Tables.Erasures,
            Tables.IdempotencyKeys, Tables.Jobs, Tables.Merges, Tables.Outbox, Tables.HardRefusals, Tables.Subscriptions,
            Tables.Suppressions, Tables.Tokens,
        ];
        Assert.Empty(written.Except(crashes.Select(write => write.Name)));
        Assert.Empty(await person.TellingTablesAsync());
        Assert.Equal(proof, await person.HashAsync());
        Assert.NotNull((await person.ErasureAsync()).ErasedAt);
    }

    [Fact]
    public async Task Whoever_waits_in_a_paused_dispatch_gets_no_mail()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        var release = await desk.ScheduleAsync(["press"], Token);
        await desk.RunTimerAsync(Token);
        var dispatch = await desk.DispatchOfAsync(release, Token);
        Assert.Equal(2, dispatch.Planned);
        await desk.Get<PauseDispatch>().RunAsync(dispatch.Id, Token);
        var asked = desk.Relay.Commands.Count(command => command.Contains(KnownContact.Address, StringComparison.Ordinal));

        await EraseAsync(desk, person);
        Assert.Empty(await person.TellingTablesAsync());
        await desk.Get<ResumeDispatch>().RunAsync(dispatch.Id, Token);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Token);

        var finished = await desk.DispatchOfAsync(release, Token);
        Assert.Equal((1, 1), (finished.Outcomes[OutcomeState.Accepted], finished.Outcomes[OutcomeState.Skipped]));
        Assert.Equal(asked, desk.Relay.Commands.Count(command => command.Contains(KnownContact.Address, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_batch_that_a_sender_has_is_waited_for()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        var batches = desk.Get<BatchStore>();
        var key = (await batches.FindOfAsync(await desk.DispatchOfAsync(person.Release, Token), person.Id, Token))!.Key;
        var (batch, version) = (await batches.FindAsync(key, Token))!.Value;
        await batches.WriteAsync(batch with { LeaseUntil = desk.Clock.GetUtcNow().AddMinutes(1) }, version, Token);
        await person.AskAsync();

        Assert.Equal(desk.Clock.GetUtcNow().AddMinutes(1), await person.CarryOutAsync());
        Assert.Equal((KnownContact.Address, null), ((await person.RecordAsync()).Address, (await person.ErasureAsync()).ErasedAt));

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await person.CarryOutAsync();
        Assert.Null((await person.RecordAsync()).Address);
        Assert.NotNull((await person.ErasureAsync()).ErasedAt);
    }

    [Fact]
    public async Task What_somebody_who_had_read_the_person_before_writes_meanwhile_is_erased_by_the_second_look()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        await EraseAsync(desk, person);
        Assert.IsType<AddContactResult.Added>(await desk.Get<AddContact>().RunAsync(PressOffice.Contact(KnownContact.Address), Token));

        Assert.Equal(desk.Clock.GetUtcNow().AddMinutes(90), await person.CarryOutAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Null(await person.CarryOutAsync());

        Assert.Empty(await person.TellingTablesAsync());
        Assert.Equal(desk.Clock.GetUtcNow(), (await person.ErasureAsync()).FinishedAt);
    }

    [Fact]
    public async Task Whoever_is_added_again_later_can_be_erased_again()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        await EraseAsync(desk, person);
        desk.Clock.Advance(TimeSpan.FromMinutes(90));
        await person.CarryOutAsync();
        await desk.Get<AddContact>().RunAsync(PressOffice.Contact(KnownContact.Address), Token);

        await EraseAsync(desk, person);

        Assert.Empty(await person.TellingTablesAsync());
        Assert.Equal((desk.Clock.GetUtcNow(), null), ((await person.ErasureAsync()).At, (await person.ErasureAsync()).FinishedAt));
    }

    [Fact]
    public async Task Somebody_whose_contact_was_removed_before_is_erased_from_the_ledgers()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        await desk.Get<RemoveContact>().RunAsync((await desk.Get<ContactStore>().FindAsync(person.Id, Token))!, Token);
        Assert.Contains(Tables.Batches, await person.TellingTablesAsync());

        await EraseAsync(desk, person);

        Assert.Empty(await person.TellingTablesAsync());
    }

    [Fact]
    public async Task A_contact_that_was_merged_leads_to_the_one_that_stayed_and_an_unknown_id_to_nobody()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var person = await KnownContact.AddAsync(desk);
        var alias = KnownContact.Hash(desk, KnownContact.OldAddress);

        Assert.Equal(
            person.Id,
            Assert.IsType<EraseContactResult.IsAlias>(await desk.Get<EraseContact>().RunAsync(alias, KnownContact.Ana, Token)).Kept);
        Assert.IsType<EraseContactResult.Missing>(await desk.Get<EraseContact>().RunAsync(new('0', 32), KnownContact.Ana, Token));
        Assert.NotNull(await desk.Get<ContactStore>().FindAsync(person.Id, Token));
    }

    private static async Task EraseAsync(DispatchHost desk, KnownContact person)
    {
        Assert.IsType<EraseContactResult.Erasing>(await person.AskAsync());
        await desk.RunQueuesAsync(Token);
        await person.CarryOutAsync();
        foreach (var job in await desk.Get<JobStore>().AllAsync(Token).Where(job => job.Value.Name == CarryOutErasure.JobName)
            .ToListAsync(Token))
        {
            Assert.Equal((await person.ErasureAsync()).ErasedAt!.Value.AddMinutes(90), job.Value.Due);
            await desk.Get<JobStore>().RemoveAsync(job, Token);
        }
    }

    /// <summary>Runs the job and ends it at the first write that no run before was ended at; that one is never done.</summary>
    /// <returns>The write; null when there was none left.</returns>
    private static async Task<StorageRequest?> CrashAsync(StorageProxy proxy, KnownContact person, HashSet<string> before)
    {
        using var crash = CancellationTokenSource.CreateLinkedTokenSource(Token);
        StorageRequest? first = null;
        var script = proxy.On(IsNew, StorageFault.Hold(new TaskCompletionSource().Task), times: int.MaxValue);
        var run = person.CarryOutAsync(crash.Token);
        if (await Task.WhenAny(run, script.WaitAsync(1, crash.Token)) == run)
        {
            await run;
            return null;
        }

        await crash.CancelAsync();
        // One that was cut in a second try tells of both.
        await Assert.ThrowsAnyAsync<Exception>(() => run);
        return first;

        bool IsNew(StorageRequest request)
        {
            if (request.Method == "GET" || crash.IsCancellationRequested || before.Contains(Key(request))) return false;
            Interlocked.CompareExchange(ref first, request, null);
            return true;
        }
    }

    /// <summary>The identity of a write in another run. Parts of a transaction and follow-ups have new names each time.</summary>
    private static string Key(StorageRequest request) => Random().Replace($"{request.Method} {request.Path} {request.Body}", "");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=follow-ups.{1,30})[0-9a-f]{32}")]
    private static partial Regex Random();
}
