namespace Distribution.Audiences.Imports;

public enum ImportState
{
    /// <summary>The file is here; it says what to do with it is still to come.</summary>
    Uploaded,

    /// <summary>The rows are being checked; nothing is written.</summary>
    Checking,

    /// <summary>The rows have been checked.</summary>
    Checked,

    /// <summary>Rows are being taken.</summary>
    Running,

    /// <summary>Every row has been taken or left out.</summary>
    Finished,
}
