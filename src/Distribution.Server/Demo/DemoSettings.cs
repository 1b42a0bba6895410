using Distribution.Publisher.Users;

namespace Distribution.Server.Demo;

/// <summary>How the server is set for the demo where the user says nothing else.</summary>
internal static class DemoSettings
{
    /// <summary>Nobody wants to wait a minute for a demonstration.</summary>
    private const string EveryFiveSeconds = "*/5 * * * * *";

    public static void Add(ConfigurationManager configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration["Mail:Host"]))
            throw new ServerFailure("The mails of the demo go to the development inbox and nowhere else: run it without Mail:Host.");
        foreach (var timer in new[] { "DispatchSchedule", "SendingSchedule", "JobSchedule" })
            Default(configuration, timer, EveryFiveSeconds);
        Default(configuration, "Security:AdministratorKey", ApiKeySecret.New().ToString());
        Default(configuration, "Mail:Recipients", "*");
        Default(configuration, "Logging:LogLevel:Distribution", "Warning");
    }

    private static void Default(ConfigurationManager configuration, string key, string value)
    {
        if (string.IsNullOrWhiteSpace(configuration[key])) configuration.AddInMemoryCollection([new(key, value)]);
    }
}
