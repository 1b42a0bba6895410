namespace Distribution.Contacts.Contacts;

/// <summary>Where a fact comes from and when it was taken from there.</summary>
public sealed record Origin(string Source, DateTimeOffset Date);
