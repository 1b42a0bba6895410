using System.Xml.Linq;
using Azure.Storage.Blobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Distribution.Web.Console.SignIn.OpenId;

/// <summary>
/// The keys that protect what a browser carries to the provider and back, one blob each, so that all instances read what one has written. A
/// key is never changed.
/// </summary>
internal sealed class BlobKeys(Blobs blobs) : IXmlRepository
{
    private BlobContainerClient Container => blobs[Blobs.Keys];

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Container.GetBlobs()
            .Select(blob => XElement.Parse(Container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()))];

    public void StoreElement(XElement element, string friendlyName) =>
        Container.UploadBlob($"{NewId.Random()}.xml", new BinaryData(element.ToString(SaveOptions.DisableFormatting)));
}
