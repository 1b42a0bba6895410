namespace Distribution.Publisher.Offices;

/// <summary>A press officer as the contact block names them: with the office where they are, which need not be the release's.</summary>
public sealed record PressContact(PressOfficer Officer, Office Office)
{
    /// <summary>As everybody may see them: without the numbers that are for mails only.</summary>
    public PressContact OnTheWeb() => this with
    {
        Officer = Officer with { Phones = [.. Officer.Phones.Where(phone => phone.Visibility is PhoneVisibility.Web)] },
    };
}
