using Distribution.Contacts;
using Distribution.Validation;

namespace Distribution.Suppressions;

/// <summary>What a suppression must be like; pure.</summary>
public static class SuppressionRules
{
    private const int LongestEvidence = 1_000;

    public static FieldErrors Check(SuppressionInput input)
    {
        var errors = new FieldErrors();
        var address = MailAddress.Parse(input.Address);
        errors.Require(address is not null, "address", "is not a mail address such as 'rosa@example.org'.");
        errors.Require(input.Reason is not null, "reason", "is required.");
        errors.RequireText("evidence", input.Evidence, LongestEvidence);
        // A suppression outlives an erasure, so it must not be what the address is kept in.
        errors.Require(
            address is null || input.Evidence?.Contains(input.Address!.Trim(), StringComparison.OrdinalIgnoreCase) != true,
            "evidence",
            "repeats the address, which is not kept.");
        return errors;
    }
}
