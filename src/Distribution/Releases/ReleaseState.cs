namespace Distribution.Releases;

public enum ReleaseState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>Public; its mails are going out.</summary>
    Dispatching,

    /// <summary>Public; every recipient has an outcome.</summary>
    Released,
}
