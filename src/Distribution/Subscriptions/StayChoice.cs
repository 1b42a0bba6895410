namespace Distribution.Subscriptions;

/// <summary>What somebody who has just left may choose instead, by the same link.</summary>
public enum StayChoice
{
    /// <summary>As it was.</summary>
    Undo,

    /// <summary>One mail a day.</summary>
    Daily,

    /// <summary>Nothing for a month.</summary>
    Pause,
}
