using System.Text.Json.Serialization;
using Distribution.Mail.Headers;

namespace Distribution.Mail.Rendering;

/// <summary>A person or office in the contact block, as the templates print it.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Title">Their title; may be empty.</param>
/// <param name="Place">Organisation and office.</param>
/// <param name="Email">Their address.</param>
/// <param name="Phones">Their numbers, best first.</param>
public sealed record MailContactView(string Name, string Title, string Place, string Email, IReadOnlyList<MailPhoneView> Phones)
{
    /// <summary>The address for a link.</summary>
    [JsonIgnore]
    public string Mailto => MailtoLink.Create(Email);
}

/// <summary>A telephone number in the contact block, as the templates print it.</summary>
/// <param name="Label">The word before it.</param>
/// <param name="Number">Grouped for people to read.</param>
/// <param name="Text">The same for plain text, kept together where the text runs from right to left.</param>
/// <param name="Tel">For a link.</param>
public sealed record MailPhoneView(string Label, string Number, string Text, string Tel);
