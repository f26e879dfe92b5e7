package dev.jeton.examples.site;

import dev.jeton.examples.site.Notes.Note;
import dev.jeton.spring.CurrentUser;
import dev.jeton.spring.JwtRequired;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.util.List;

/** The service: a notebook. One controller for its page and its API; where the token stands makes no difference. */
@Controller
@RequestMapping("/notes")
@JwtRequired
class NotesController {
    private static final int LONGEST = 500;

    private final Notes notes;

    /** What programs send. */
    record NewNote(String text) {}

    NotesController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(@CurrentUser Account account, Model model) {
        model.addAttribute("notes", notes.of(account));
        return "notes";
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Note> list(@CurrentUser Account account) {
        return notes.of(account);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String addByForm(@CurrentUser Account account, @RequestParam String text) {
        if (isNote(text)) {
            notes.add(account, text.strip());
        }
        return "redirect:/notes";
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Note> add(@CurrentUser Account account, @RequestBody NewNote note) {
        return isNote(note.text())
                ? ResponseEntity.status(HttpStatus.CREATED)
                        .body(notes.add(account, note.text().strip()))
                : ResponseEntity.badRequest().build();
    }

    @DeleteMapping("/{id}")
    @ResponseBody
    ResponseEntity<Void> delete(@CurrentUser Account account, @PathVariable long id) {
        return notes.delete(account, id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private static boolean isNote(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }
}
