namespace Distribution.Contacts.Contacts;

/// <summary>On what ground personal data is kept (GDPR, article 6(1), letters a to f; other laws know the same grounds).</summary>
public enum LawfulBasis
{
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicTask,
    LegitimateInterests,
}
