using System.ComponentModel;
using Distribution.Audiences.Imports;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Audiences.Imports;

/// <summary>Which imports are wanted.</summary>
internal sealed class ImportListQuery
{
    [FromQuery(Name = "state"), Description("States; each as a parameter of its own.")]
    public string[]? States { get; init; }

    [FromQuery(Name = "q"), Description("Words of the name of the file.")]
    public string? Text { get; init; }

    public Func<Import, bool> Filter(FieldErrors errors)
    {
        var states = errors.Words<ImportState>("state", States);
        return import => (states.Count == 0 || states.Contains(import.State)) && WordFilter.Passes(Text, import.FileName);
    }
}
