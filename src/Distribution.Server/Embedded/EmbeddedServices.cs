namespace Distribution.Server.Embedded;

/// <summary>The services that the server started beside itself because no storage account or no mail server is set.</summary>
internal sealed class EmbeddedServices(EmbeddedStorage? storage, EmbeddedInbox? inbox, string? folder, FileStream? claim) : IAsyncDisposable
{
    /// <summary>The user of a store in which nobody has made one; the inbox takes their mail.</summary>
    private const string FirstAdministrator = "administrator@example.org";

    public static readonly EmbeddedServices None = new(null, null, null, null);

    /// <summary>The folder of the built-in storage, or null when a storage account is used.</summary>
    public string? StorageFolder => storage is null ? null : folder;

    public Uri? InboxAddress => inbox is null ? null : new($"http://127.0.0.1:{inbox.WebPort}/");

    /// <summary>Ends with a sentence when one of the services has ended by itself.</summary>
    public async Task<string> EndedAsync()
    {
        var never = new TaskCompletionSource<int>().Task;
        var (storageEnded, inboxEnded) = (storage?.Ended ?? never, inbox?.Ended ?? never);
        var ended = await Task.WhenAny(storageEnded, inboxEnded);
        var name = ended == storageEnded ? "built-in storage (Azurite)" : "development inbox";
        return $"The {name} has ended by itself with code {await ended}: start the server again.";
    }

    /// <summary>Settings that take the place of what the user did not give.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings()
    {
        if (storage is not null)
            yield return new("Storage:ConnectionString", storage.Endpoints.ConnectionString);
        if (inbox is null)
            yield break;
        yield return new("Mail:Host", "127.0.0.1");
        yield return new("Mail:Port", $"{inbox.SmtpPort}");
        yield return new("Mail:Security", "None");
        yield return new("Mail:Authentication", "None");
    }

    /// <summary>Settings that hold where the user gave no other.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Defaults()
    {
        if (storage is null)
            return [];
        var settings = EmbeddedSecrets.Open(folder!).Append(new("SignIn:FirstAdministrator", FirstAdministrator));
        // The inbox can reach nobody, so mails may go to everybody. Not so on a real account: its releases would count as sent.
        return inbox is null ? settings : settings.Append(new("Mail:Recipients", "*"));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(EndAsync(storage), EndAsync(inbox));
        claim?.Dispose();
    }

    private static Task EndAsync(IAsyncDisposable? service) => service?.DisposeAsync().AsTask() ?? Task.CompletedTask;
}
