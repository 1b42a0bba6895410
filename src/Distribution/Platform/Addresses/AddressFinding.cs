namespace Distribution.Platform.Addresses;

/// <summary>Something about an address that a person should look at. It is never a reason to refuse it.</summary>
/// <param name="Kind">What it is, for programs.</param>
/// <param name="Message">What it is, for people; the address is the subject of the sentence.</param>
/// <param name="Suggestion">The address that may have been meant; nobody writes to it unasked.</param>
public sealed record AddressFinding(AddressFindingKind Kind, string Message, string? Suggestion = null);

/// <summary>What is worth a look at an address that is taken all the same. The names are part of the API and do not change.</summary>
public enum AddressFindingKind
{
    DomainTypo,
    ConfusableDomain,
    Role,
    NoReply,
    International,
}
