namespace Distribution.Testing.Smtp;

/// <summary>The action of the scripted server at one step.</summary>
public sealed record SmtpAnswer
{
    private SmtpAnswer()
    {
    }

    /// <summary>Closes the connection without a word.</summary>
    public static SmtpAnswer Drop { get; } = new() { Closes = true };

    /// <summary>Never answers; the connection stays open.</summary>
    public static SmtpAnswer Hang { get; } = new() { Hangs = true };

    public int Code { get; private init; }

    public string Text { get; private init; } = "";

    public bool Closes { get; private init; }

    public bool Hangs { get; private init; }

    public TimeSpan Delay { get; private init; }

    public Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>Null: the mail is taken when the code is 2xx.</summary>
    public bool? Taken { get; private init; }

    public bool IsPositive => Code is >= 200 and < 400;

    /// <summary>Answers with this code; lines of the text become lines of the reply.</summary>
    public static SmtpAnswer Say(int code, string text) => new() { Code = code, Text = text };

    public SmtpAnswer ThenDrop() => this with { Closes = true };

    /// <summary>Waits, on the server's clock, before answering.</summary>
    public SmtpAnswer After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>Waits for the task before answering, so that a test can hold the server at a step.</summary>
    public SmtpAnswer Once(Task task) => this with { Until = task };

    /// <summary>Takes the mail although the client does not hear of it.</summary>
    public SmtpAnswer ButTakeIt() => this with { Taken = true };
}
