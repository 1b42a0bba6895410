namespace Distribution.Server.Demo;

/// <summary><c>demo</c> as the first word of the command line, with <c>--exit</c> to end when it is done.</summary>
internal sealed record DemoArguments(bool Exit)
{
    private const string Word = "demo";
    private const string ExitSwitch = "--exit";

    /// <summary>Reads them; answers what is left for the server.</summary>
    public static (DemoArguments? Demo, string[] Remaining) Read(string[] arguments)
    {
        if (arguments is not [Word, .. var rest]) return (null, arguments);
        return (new(rest.Contains(ExitSwitch)), [.. rest.Where(argument => argument != ExitSwitch)]);
    }
}
