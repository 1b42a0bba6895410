using Distribution.Platform.Addresses;

namespace Distribution.Web.Contacts.Search;

/// <summary>A doubt about an address of a contact, for a user to look at; never a reason to refuse it.</summary>
/// <param name="Field">The field: <c>address</c>, or <c>otherAddresses.0</c> with its place in the list.</param>
/// <param name="Kind">The kind, for programs.</param>
/// <param name="Message">The finding, for users; the address is the subject of the sentence.</param>
/// <param name="Suggestion">The address that may have been meant; nobody writes to it unasked.</param>
internal sealed record ContactFinding(string Field, AddressFindingKind Kind, string Message, string? Suggestion)
{
    public static IReadOnlyList<ContactFinding> FindAll(string address, IReadOnlyList<string> otherAddresses) =>
        [.. FindAll("address", address), .. otherAddresses.SelectMany((other, index) => FindAll($"otherAddresses.{index}", other))];

    private static IEnumerable<ContactFinding> FindAll(string field, string address) =>
        (AddressRule.Check(address) as AddressCheck.Accepted)?.Findings
            .Select(finding => new ContactFinding(field, finding.Kind, finding.Message, finding.Suggestion)) ?? [];
}
