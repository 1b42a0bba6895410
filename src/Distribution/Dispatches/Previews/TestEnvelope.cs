namespace Distribution.Dispatches.Previews;

/// <summary>The real receiver of a test mail.</summary>
/// <param name="MessageId">The Message-ID without its angle brackets.</param>
/// <param name="Address">Of one of the organisation's own people.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Language">The translation to write.</param>
public sealed record TestEnvelope(string MessageId, string Address, string Name, string Language);
