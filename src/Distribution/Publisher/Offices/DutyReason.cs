namespace Distribution.Publisher.Offices;

/// <summary>The reason why a press officer may be called at an instant.</summary>
public enum DutyReason
{
    /// <summary>It is within their duty hours.</summary>
    InHours,

    /// <summary>They have stated no duty hours, so any hour is as good as another.</summary>
    NoStatedHours,

    /// <summary>It is outside their duty hours, and they have a number for that.</summary>
    OutOfHours,
}
