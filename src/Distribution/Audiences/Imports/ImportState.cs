namespace Distribution.Audiences.Imports;

public enum ImportState
{
    /// <summary>The file is here; it says what to do with it is still to come.</summary>
    Uploaded,

    /// <summary>What would become of each row is being found out; nothing is written.</summary>
    Checking,

    /// <summary>What would become of each row is known.</summary>
    Checked,

    /// <summary>Rows are being taken.</summary>
    Running,

    /// <summary>Every row has been taken or left out.</summary>
    Finished,
}
