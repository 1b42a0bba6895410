using Distribution.Audiences.Suppressions;

namespace Distribution.Audiences.Merging;

/// <summary>A contact whose address is not mailed, and why.</summary>
/// <param name="Contact">Id of the contact.</param>
public sealed record SuppressedContact(string Contact, SuppressionReason Reason, DateTimeOffset At);
