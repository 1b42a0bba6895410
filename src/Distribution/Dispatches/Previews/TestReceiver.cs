namespace Distribution.Dispatches.Previews;

/// <summary>A press officer or user who gets a test.</summary>
/// <param name="Field">Where the request names them, such as <c>pressOfficers.0</c>.</param>
/// <param name="Id">Of the press officer or person.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Address">Theirs.</param>
public sealed record TestReceiver(string Field, string Id, string Name, string Address);
