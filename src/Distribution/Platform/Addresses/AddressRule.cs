namespace Distribution.Platform.Addresses;

/// <summary>Whether a text is a mail address that the program takes, and what a person should know of it; pure.</summary>
public static class AddressRule
{
    /// <summary>More than a few repairs one after the other would be a guess.</summary>
    private const int MostRepairs = 4;

    /// <summary>Looks at a bare address such as <c>rosa@example.org</c>; blanks around it do not count.</summary>
    public static AddressCheck Check(string? text) => AddressParser.Parse(text) switch
    {
        AddressCheck.Accepted accepted => accepted with { Findings = [.. Findings(accepted.Address)] },
        AddressCheck.Refused refused => refused with { Suggestion = Suggest(refused, text) },
        var other => other,
    };

    /// <summary>
    /// Looks at an address with or without a name, such as <c>Rosa Núñez &lt;rosa@example.org&gt;</c>, as files of contacts have them.
    /// </summary>
    public static AddressCheck CheckNamed(string? text) =>
        NamedAddress.Split(text) is not { } named ? Check(text)
        : Check(named.Address) is AddressCheck.Accepted accepted ? accepted with { Name = named.Name }
        : Check(named.Address);

    private static IEnumerable<AddressFinding> Findings(MailAddress address)
    {
        if (DomainTypo.Find(address.Domain) is { } meant)
            yield return new(
                AddressFindingKind.DomainTypo, $"has the domain {address.Domain}; perhaps {meant} is meant.", $"{address.Local}@{meant}");
        if (LookAlike.Is(address.Domain))
            yield return new(
                AddressFindingKind.ConfusableDomain,
                "has a domain that looks like one in another script; make sure that it is the right one.");
        if (RoleAddresses.IsRole(address.Local))
            yield return new(AddressFindingKind.Role, "names a function and not a person; who reads it may change.");
        if (RoleAddresses.IsNoReply(address.Local))
            yield return new(AddressFindingKind.NoReply, "says itself that nobody reads it.");
        if (address.IsInternational)
            yield return new(
                AddressFindingKind.International,
                "has letters outside ASCII before the @, which not every mail server can deliver to (RFC 6531).");
    }

    private static string? Suggest(AddressCheck check, string? text)
    {
        for (var repairs = 0; repairs < MostRepairs && check is AddressCheck.Refused refused; repairs++)
        {
            text = AddressRepairs.Find(refused.Fault, text!);
            if (text is null) return null;
            check = AddressParser.Parse(text);
        }

        return (check as AddressCheck.Accepted)?.Address.ToString();
    }
}
