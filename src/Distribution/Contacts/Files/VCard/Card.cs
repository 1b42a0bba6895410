namespace Distribution.Contacts.Files.VCard;

/// <summary>A card as it stands in the file.</summary>
/// <param name="Number">Which card of the file it is, from 1.</param>
/// <param name="Properties">Its properties, without those that bring bytes.</param>
/// <param name="Problems">Lines that could not be read.</param>
internal sealed record Card(int Number, IReadOnlyList<VCardProperty> Properties, IReadOnlyList<RowProblem> Problems);
