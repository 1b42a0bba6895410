
namespace Distribution.Platform.Security;

/// <summary>The content of a genuine link token: its release and its recipient.</summary>
public sealed record LinkToken(string Release, string Contact);
