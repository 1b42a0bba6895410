namespace Distribution.Dispatches.Previews;

/// <summary>A test that is in the outbox.</summary>
/// <param name="Id">Its id; the same for the same request with the same key.</param>
/// <param name="Mails">Its mails.</param>
public sealed record SentTest(string Id, IReadOnlyList<SentTest.Mail> Mails)
{
    /// <param name="To">Id of the press officer or person.</param>
    /// <param name="Language">The language of the mail.</param>
    public sealed record Mail(string To, string Language);
}
