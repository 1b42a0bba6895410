namespace Distribution.Contacts.Files;

/// <summary>A name on a network such as <c>mastodon</c>; on <c>website</c> it is an address.</summary>
public sealed record RowHandle(string Network, string Name);
