namespace Distribution.Mail;

/// <summary>A person or office in the contact block, as the templates print it.</summary>
internal sealed record MailContactView(string Name, string Title, string Place, string Email, string Mailto, IReadOnlyList<MailPhoneView> Phones);
