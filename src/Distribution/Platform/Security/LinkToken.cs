
namespace Distribution.Platform.Security;

/// <summary>What a genuine link token says: for which release, and to whom it was sent.</summary>
public sealed record LinkToken(string Release, string Contact);
