namespace Distribution.Platform.Addresses;

/// <summary>Something about an address that a person should look at. It is never a reason to refuse it.</summary>
/// <param name="Kind">The kind, for programs.</param>
/// <param name="Message">The finding, for users; the address is the subject of the sentence.</param>
/// <param name="Suggestion">The address that may have been meant; nobody writes to it unasked.</param>
public sealed record AddressFinding(AddressFindingKind Kind, string Message, string? Suggestion = null);

/// <summary>Doubts about an address that is accepted all the same. The names are part of the API and do not change.</summary>
public enum AddressFindingKind
{
    DomainTypo,
    ConfusableDomain,
    Role,
    NoReply,
    International,
}
