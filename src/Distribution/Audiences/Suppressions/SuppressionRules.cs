using Distribution.Platform.Validation;

namespace Distribution.Audiences.Suppressions;

/// <summary>Validates a suppression; pure.</summary>
public static class SuppressionRules
{
    private const int LongestEvidence = 1_000;

    public static void Check(SuppressionInput input, FieldErrors errors)
    {
        var address = errors.Address("address", input.Address);
        var evidence = errors.Text("evidence", input.Evidence, LongestEvidence);
        // A suppression outlives an erasure, so it must not be what the address is kept in.
        errors.Require(!evidence.Contains(address, StringComparison.OrdinalIgnoreCase), "evidence", "repeats the address, which is not kept.");
    }
}
