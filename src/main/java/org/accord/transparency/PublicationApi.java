package org.accord.transparency;

import org.accord.core.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicationApi {

    private final Publication publication;

    PublicationApi(Publication publication) {
        this.publication = publication;
    }

    /** The activities that are published, as IATI 2.03. */
    @GetMapping({"/api/v1/activities.xml", "/reports/iati/activities.xml"})
    ResponseEntity<byte[]> activities(Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("activities.xml")
                                .build()
                                .toString())
                .body(publication.export(actor));
    }
}
