namespace Distribution.Mail.Rendering;

/// <summary>A telephone number in the contact block, as the templates print it.</summary>
/// <param name="Label">The word before it.</param>
/// <param name="Number">Grouped for people to read.</param>
/// <param name="Text">The same for plain text, kept together where the text runs from right to left.</param>
/// <param name="Tel">For a link.</param>
public sealed record MailPhoneView(string Label, string Number, string Text, string Tel);
