namespace Distribution.Offices;

/// <summary>A press officer as the contact block names them: with the office where they are, which need not be the release's.</summary>
public sealed record PressContact(Officer Officer, Office Office);
