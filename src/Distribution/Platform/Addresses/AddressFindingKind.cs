namespace Distribution.Platform.Addresses;

/// <summary>What is worth a look at an address that is taken all the same. The names are part of the API and do not change.</summary>
public enum AddressFindingKind
{
    DomainTypo,
    ConfusableDomain,
    Role,
    NoReply,
    International,
}
