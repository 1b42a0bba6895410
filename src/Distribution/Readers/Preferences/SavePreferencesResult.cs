using Distribution.Contacts.Contacts;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Preferences;

/// <summary>The result of saving a form of the preferences page.</summary>
public abstract record SavePreferencesResult
{
    private SavePreferencesResult()
    {
    }

    public sealed record Saved : SavePreferencesResult;

    /// <summary>The form shows values that have changed since. Nothing was saved.</summary>
    public sealed record Stale : SavePreferencesResult;

    public sealed record Invalid(FieldErrors Errors) : SavePreferencesResult;

    internal static SavePreferencesResult From(ReplaceContactResult result) => result switch
    {
        ReplaceContactResult.Replaced => new Saved(),
        ReplaceContactResult.Invalid invalid => new Invalid(invalid.Errors),
        _ => new Stale(),
    };
}
