namespace Distribution.Web.Console.Preview;

/// <summary>The ways in which a preview shows a release.</summary>
public enum PreviewView
{
    /// <summary>The mail on a wide screen.</summary>
    Html,

    /// <summary>The mail on a telephone.</summary>
    Phone,

    /// <summary>The mail on a dark screen.</summary>
    Dark,

    /// <summary>Its plain text.</summary>
    Text,

    Headers,

    /// <summary>The page in the newsroom.</summary>
    Newsroom,
}
