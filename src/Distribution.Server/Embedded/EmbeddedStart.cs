using Distribution.Mail.Smtp;

namespace Distribution.Server.Embedded;

/// <summary>
/// Starts what the configuration leaves to the server: a storage when no account is named, an inbox when no mail server is.
/// </summary>
internal sealed class EmbeddedStart(IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly EmbeddedOptions options = EmbeddedOptions.Read(configuration);
    private readonly bool wantsStorage = IsUnset(configuration, "Storage:ConnectionString") && IsUnset(configuration, "Storage:Account");
    private readonly bool wantsInbox = IsUnset(configuration, "Mail:Host");

    public async Task<EmbeddedServices> RunAsync(CancellationToken cancellationToken)
    {
        if (!wantsStorage && !wantsInbox)
            return EmbeddedServices.None;
        RefuseRealMailOnBuiltInStorage();
        var folder = EmbeddedFolder.Open(options.Directory);
        var node = await NodeProgram.FindAsync(cancellationToken);
        var claim = wantsStorage ? Claim(folder) : null;
        var modules = await new NodePackages(node, folder, time).InstallAsync(cancellationToken);
        var storage = wantsStorage ? await TwiceAsync(() => StartStorageAsync(node, modules, folder, cancellationToken)) : null;
        var inbox = wantsInbox ? await TwiceAsync(() => StartInboxAsync(node, modules, folder, cancellationToken)) : null;
        return new(storage, inbox, folder, claim);
    }

    private void RefuseRealMailOnBuiltInStorage()
    {
        if (wantsStorage
            && !wantsInbox
            && RecipientsSwitch.TryParse(configuration["Mail:Recipients"], out var recipients)
            && recipients is RecipientsSwitch.Everybody)
            throw new ServerFailure(
                "The built-in storage is for trying out, so Mail:Recipients=* is refused on it: " +
                "set Storage:ConnectionString to a storage account, or Mail:Recipients to addresses of your own.");
    }

    private static FileStream Claim(string folder) =>
        FolderLock.TryTake(Path.Combine(folder, "server.lock"))
        ?? throw new ServerFailure(
            $"Another server keeps its storage in {folder}: stop it, or give this one a folder of its own with Embedded:Directory.");

    private async Task<EmbeddedStorage> StartStorageAsync(
        NodeProgram node, string modules, string folder, CancellationToken cancellationToken)
    {
        var pidFile = Path.Combine(folder, "azurite.pid");
        // After a server was killed its Azurite is still saving.
        if (!await PidFile.WaitForEndAsync(pidFile, Patience, time, cancellationToken))
            throw new ServerFailure(
                $"The built-in storage of an earlier server is still running: end the process whose number is in {pidFile}.");
        var ports = new AzuriteEndpoints(
            LoopbackPort.Choose(options.BlobPort, 10000, "Embedded:BlobPort"),
            LoopbackPort.Choose(options.QueuePort, 10001, "Embedded:QueuePort"),
            LoopbackPort.Choose(options.TablePort, 10002, "Embedded:TablePort"));
        return await EmbeddedStorage.StartAsync(node, modules, pidFile, Path.Combine(folder, "azurite"), ports, cancellationToken);
    }

    private Task<EmbeddedInbox> StartInboxAsync(NodeProgram node, string modules, string folder, CancellationToken cancellationToken) =>
        EmbeddedInbox.StartAsync(
            node, modules, folder,
            LoopbackPort.Choose(options.SmtpPort, 1025, "Embedded:SmtpPort"),
            LoopbackPort.Choose(options.InboxPort, 1080, "Embedded:InboxPort"),
            cancellationToken);

    // Another program may take a usual port between the look and the start. The second look sees that.
    private static async Task<T> TwiceAsync<T>(Func<Task<T>> start)
    {
        try
        {
            return await start();
        }
        catch (ServerFailure)
        {
            return await start();
        }
    }

    private static bool IsUnset(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]);
}
