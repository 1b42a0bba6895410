namespace Distribution.Contacts.Contacts;

/// <summary>A name by which someone is known on a network.</summary>
/// <param name="Network">The network, lower case, such as <c>mastodon</c>.</param>
/// <param name="Name">The name there, or the address of the page.</param>
public sealed record Handle(string Network, string Name);
