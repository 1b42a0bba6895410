namespace Distribution.Server.Demo;

/// <summary>Where the demo finds the server and the inbox.</summary>
internal sealed record DemoPlace(Uri Server, Uri Inbox, string AdministratorKey);
