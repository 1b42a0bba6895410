using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>What a row says against mails, and what is to be made of it.</summary>
/// <param name="Status">The cell that says so.</param>
/// <param name="Reason">Why the addresses are suppressed; null when they are not.</param>
/// <param name="Addresses">The addresses that are meant.</param>
public sealed record OptOut(RowStatus Status, SuppressionReason? Reason, IReadOnlyList<string> Addresses)
{
    public MailStatus Kind => Status.Status!.Value;

    /// <summary>Column and value, as a sentence has them.</summary>
    public string Words => $"\"{Status.Value}\" in {Status.Column}";
}
