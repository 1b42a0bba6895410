namespace Distribution.Platform.Addresses;

/// <summary>Doubts about an address that is accepted all the same. The names are part of the API and do not change.</summary>
public enum AddressFindingKind
{
    DomainTypo,
    ConfusableDomain,
    Role,
    NoReply,
    International,
}
