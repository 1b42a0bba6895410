using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Previews;

/// <summary>The result of sending a test.</summary>
public abstract record SendTestResult
{
    private SendTestResult()
    {
    }

    public sealed record Sent(SentTest Test) : SendTestResult;

    public sealed record Invalid(FieldErrors Errors) : SendTestResult;

    /// <summary>Nothing can be sent yet, in words for who asked.</summary>
    public sealed record NotYet(string Reason) : SendTestResult;
}
