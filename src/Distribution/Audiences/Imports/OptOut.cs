using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>A state in a row that forbids mails, and the suppression that follows from it.</summary>
/// <param name="Status">The state and its cell.</param>
/// <param name="Reason">Why the addresses are suppressed; null when they are not.</param>
/// <param name="Addresses">The addresses to suppress.</param>
public sealed record OptOut(RowStatus Status, SuppressionReason? Reason, IReadOnlyList<string> Addresses)
{
    public MailStatus Kind => Status.Status!.Value;

    /// <summary>Column and value, as a sentence has them.</summary>
    public string Words => $"\"{Status.Value}\" in {Status.Column}";
}
