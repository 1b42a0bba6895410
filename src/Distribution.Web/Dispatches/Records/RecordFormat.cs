namespace Distribution.Web.Dispatches.Records;

/// <summary>In which form a distribution record is wanted.</summary>
internal enum RecordFormat
{
    Json,
    Csv,
}
