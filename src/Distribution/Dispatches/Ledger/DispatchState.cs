namespace Distribution.Dispatches.Ledger;

public enum DispatchState
{
    /// <summary>The list of recipients is being written; nothing is sent before it is sealed.</summary>
    Planning,

    /// <summary>The sealed batches are going out.</summary>
    Sending,

    /// <summary>Something that is our fault keeps it from going on; see the reason.</summary>
    Stopped,

    /// <summary>Every recipient has an outcome.</summary>
    Finished,

    /// <summary>Held by a person until it is resumed.</summary>
    Paused,

    /// <summary>Cancelled by a user: recipients who had not been mailed by then are not mailed.</summary>
    Cancelled,
}
