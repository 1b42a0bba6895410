namespace Distribution.Dispatches.Previews;

/// <summary>A header of a mail, decoded and on one line.</summary>
public sealed record MailHeader(string Name, string Value);
