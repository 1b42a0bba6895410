using Distribution.Platform.Security;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Saves a choice of the unsubscribe page, if the page still shows how things are: one that stayed open in another window brings nobody
/// back who has unsubscribed since.
/// </summary>
public sealed class SaveKeepChoice(ReadUnsubscribeSummary readUnsubscribeSummary, KeepSubscriptions keepSubscriptions)
{
    /// <param name="link">The link of the page.</param>
    /// <param name="request">The choice.</param>
    /// <param name="version">Version of the summary that the page was made from; null is no version.</param>
    public async Task<SaveKeepChoiceResult> RunAsync(
        UnsubscribeLink link, KeepRequest request, string? version, CancellationToken cancellationToken)
    {
        if ((await readUnsubscribeSummary.RunAsync(link, cancellationToken)).Version() != version) return new SaveKeepChoiceResult.Stale();
        var errors = await keepSubscriptions.RunAsync(link, request, cancellationToken);
        return errors.Any ? new SaveKeepChoiceResult.Invalid(errors) : new SaveKeepChoiceResult.Saved();
    }
}

/// <summary>The result of saving a choice of the unsubscribe page.</summary>
public abstract record SaveKeepChoiceResult
{
    private SaveKeepChoiceResult()
    {
    }

    public sealed record Saved : SaveKeepChoiceResult;

    /// <summary>The subscriptions have changed since the page was made. Nothing was saved.</summary>
    public sealed record Stale : SaveKeepChoiceResult;

    public sealed record Invalid(FieldErrors Errors) : SaveKeepChoiceResult;
}
