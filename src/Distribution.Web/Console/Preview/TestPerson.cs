namespace Distribution.Web.Console.Preview;

/// <summary>One of the organisation's own who can get a test.</summary>
/// <param name="IsOfficer">Whether they are a press officer; else a user.</param>
public sealed record TestPerson(string Id, string Name, string Address, bool IsOfficer, bool IsChosen);
