namespace Distribution.Mail.Smtp;

/// <summary>
/// Whether the relay passes on anything of ours at all. "Relaying denied" to one recipient is put down to them; to another one next, with
/// nothing accepted between, it is our fault, and no recipient pays for it. Pure.
/// </summary>
/// <param name="Suspect">The recipient who was last answered so, since anything was accepted.</param>
internal sealed record RelayDoubt(string? Suspect)
{
    public static RelayDoubt None { get; } = new((string?)null);

    /// <summary>Interprets an answer to a recipient in the light of those before it, with the doubt that remains.</summary>
    public (RelayDoubt Next, SendResult Result) After(string recipient, SendResult result) => result switch
    {
        SendResult.Accepted => (None, result),
        SendResult.Deferred { MayBeOurs: true } when Suspect is null || Suspect == recipient => (new(recipient), result),
        SendResult.Deferred { MayBeOurs: true } => (this, new SendResult.Stopped(result.Reply)),
        _ => (this, result),
    };
}
