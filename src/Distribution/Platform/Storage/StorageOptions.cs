using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

/// <summary>Where tables, queues and blobs are kept. One of <see cref="ConnectionString"/> and <see cref="Account"/> is set.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Connection string of a storage account, for one machine; in Azure use <see cref="Account"/> instead.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Name of a storage account that the managed identity may use: 3 to 24 lower-case letters and digits.</summary>
    [RegularExpression("^[a-z0-9]{3,24}$", ErrorMessage = "Storage:Account is the account's name: 3 to 24 lower-case letters and digits.")]
    public string? Account { get; set; }

    /// <summary>Put before every table and queue name: empty, or a letter and up to 19 letters and digits. Leave it empty on Azure Functions.</summary>
    [RegularExpression("^[a-z][a-z0-9]{0,19}$", ErrorMessage = "Storage:Prefix is a lower-case letter and up to 19 lower-case letters and digits.")]
    public string? Prefix { get; set; }
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
